/* The reading half of http.c. */
#ifndef STANDIN_HTTP_READ_H
#define STANDIN_HTTP_READ_H

#include "http.h"
#include "socket.h"

enum http_result http_read(tcp_connection connection, unsigned long long deadline, struct http_answer *answer);

#endif
