/* The host's own version, in HELLO and in the Windows file properties (host.rc). */
#define HOST_VERSION "1.0.0"
#define HOST_VERSION_NUMBERS 1, 0, 0, 0
