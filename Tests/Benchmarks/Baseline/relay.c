#include "baseline.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static long pause_in_ms;

static void say(int line, const char *words) {
    if (write(line, words, strlen(words)) < 0) return;
}

static void think(void) {
    struct timespec time = {pause_in_ms / 1000, pause_in_ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

static void *talk(void *context) {
    int line = (int)(long)context, on = 1, in_data = 0;
    char text[70000];
    setsockopt(line, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    FILE *words = fdopen(line, "r");
    say(line, "220 relay.example.org ready\r\n");
    while (words && fgets(text, sizeof text, words)) {
        if (in_data) {
            if (strcmp(text, ".\r\n") != 0) continue;
            in_data = 0;
            think();
            say(line, "250 2.0.0 taken\r\n");
        } else if (!strncasecmp(text, "DATA", 4)) {
            in_data = 1;
            say(line, "354 go on\r\n");
        } else if (!strncasecmp(text, "QUIT", 4)) {
            say(line, "221 2.0.0 bye\r\n");
            break;
        } else {
            say(line, "250 2.0.0 ok\r\n");
        }
    }
    if (words) fclose(words);
    return NULL;
}

int baseline_relay(int port, long milliseconds) {
    pause_in_ms = milliseconds;
    int door = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(door, (struct sockaddr *)&here, sizeof here) || listen(door, 64)) return 1;
    for (;;) {
        int line = accept(door, NULL, NULL);
        pthread_t thread;
        if (line < 0 || pthread_create(&thread, NULL, talk, (void *)(long)line)) continue;
        pthread_detach(thread);
    }
}
