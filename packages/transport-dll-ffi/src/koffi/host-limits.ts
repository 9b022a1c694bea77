/** As the native host has them: strUrl 4,096 bytes and InData 900K, each with its NUL. */
export const URL_BYTES_MOST = 4_095
export const IN_BYTES_MOST = 900 * 1024
