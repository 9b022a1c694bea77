/**
 * Where a payment ends: 6 settled; 1 to 5 stops on the way; 14 and 15 fail before money moves; 16 fails with the cash
 * taken and not given back.
 */
export type PaymentEnd = '1' | '2' | '3' | '4' | '5' | '6' | '14' | '15' | '16'
