#include "baseline.h"
#include "clock.h"
#include <curl/curl.h>
#include <dirent.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char *bytes;
    size_t length;
    char recipient[300];
} mail;

typedef struct {
    const char *url, *sender;
    mail *mails;
    long count;
    atomic_long next, sent;
} outbox;

typedef struct {
    const mail *mail;
    size_t supplied;
} supply;

static void find_recipient(mail *mail) {
    const char *to = strstr(mail->bytes, "\r\nTo: ");
    const char *open = to ? strchr(to, '<') : NULL;
    const char *from = open ? open + 1 : to ? to + 6 : "";
    size_t length = strcspn(from, ">\r");
    if (length < sizeof mail->recipient) memcpy(mail->recipient, from, length);
}

static int read_mail(const char *folder, const char *name, mail *mail) {
    char path[1000];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file) return 0;
    fseek(file, 0, SEEK_END);
    mail->length = (size_t)ftell(file);
    rewind(file);
    mail->bytes = calloc(1, mail->length + 1);
    size_t got = fread(mail->bytes, 1, mail->length, file);
    fclose(file);
    find_recipient(mail);
    return got == mail->length && mail->recipient[0];
}

static void read_folder(const char *folder, outbox *box, baseline_result *result) {
    DIR *list = opendir(folder);
    struct dirent *entry;
    long room = 0;
    while (list && (entry = readdir(list))) {
        if (!strstr(entry->d_name, ".eml")) continue;
        if (box->count == room) {
            room = room ? room * 2 : 1024;
            box->mails = realloc(box->mails, sizeof *box->mails * room);
        }
        memset(&box->mails[box->count], 0, sizeof *box->mails);
        if (!read_mail(folder, entry->d_name, &box->mails[box->count++]))
            snprintf(result->fault, sizeof result->fault, "a mail can't be read");
    }
    if (list) closedir(list);
}

static size_t supply_bytes(char *buffer, size_t size, size_t count, void *context) {
    supply *state = context;
    size_t left = state->mail->length - state->supplied;
    size_t piece = left < size * count ? left : size * count;
    memcpy(buffer, state->mail->bytes + state->supplied, piece);
    state->supplied += piece;
    return piece;
}

static size_t ignore(char *line, size_t size, size_t count, void *context) {
    (void)line, (void)context;
    return size * count;
}

static int send_mail(CURL *handle, const mail *mail) {
    supply state = {mail, 0};
    struct curl_slist *recipients = curl_slist_append(NULL, mail->recipient);
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(handle, CURLOPT_READDATA, &state);
    curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, (curl_off_t)mail->length);
    CURLcode code = curl_easy_perform(handle);
    long reply = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &reply);
    curl_slist_free_all(recipients);
    return code == CURLE_OK && reply == 250;
}

static void *carry(void *context) {
    outbox *box = context;
    CURL *handle = curl_easy_init();
    curl_easy_setopt(handle, CURLOPT_URL, box->url);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, box->sender);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, supply_bytes);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, ignore);
    long number;
    while ((number = box->next++) < box->count) box->sent += send_mail(handle, &box->mails[number]);
    curl_easy_cleanup(handle);
    return NULL;
}

baseline_result baseline_send(
    const char *url, const char *sender, const char *folder, int threads) {
    baseline_result result = {0};
    outbox box = {.url = url, .sender = sender};
    pthread_t lines[16];
    read_folder(folder, &box, &result);
    curl_global_init(CURL_GLOBAL_ALL);
    double start = seconds_now();
    if (threads > 16) threads = 16;
    for (int line = 0; line < threads; line++) pthread_create(&lines[line], NULL, carry, &box);
    for (int line = 0; line < threads; line++) pthread_join(lines[line], NULL);
    result.seconds = seconds_now() - start;
    result.count = box.sent;
    if (box.sent != box.count)
        snprintf(result.fault, sizeof result.fault, "not every mail was taken");
    return result;
}
