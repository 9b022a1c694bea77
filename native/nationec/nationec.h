/*
 * NationECCode, as chapter 3.2 of the terminal interface specification (V1.1.0) declares it.
 *
 * OutData: give it 900 * 1024 = 921600 bytes, always; the function has no length argument and writes up to that much.
 * All texts are UTF-8 by chapter 2.1 (this stand-in follows it; real libraries have been seen to use GBK).
 * The returned text is "0000" or an error text. Do not free it.
 */
#ifndef NATIONEC_H
#define NATIONEC_H

#define NATIONEC_OUT_BYTES (900 * 1024)

#ifdef _WIN32
#define NATIONEC_CALL __stdcall
#else
#define NATIONEC_CALL
#endif

#ifdef __cplusplus
extern "C"
#endif
char *NATIONEC_CALL NationEcTrans(char *strUrl, char *InData, char *OutData);

#endif
