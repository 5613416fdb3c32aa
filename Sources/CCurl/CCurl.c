#include "CCurl.h"
#include <stdio.h>
#include <string.h>

struct exchange {
    const uint8_t *next;
    size_t left;
    ccurl_delivery delivery;
};

static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

static size_t give_message(char *buffer, size_t size, size_t count, void *context) {
    struct exchange *exchange = context;
    size_t length = smaller(size * count, exchange->left);
    memcpy(buffer, exchange->next, length);
    exchange->next += length;
    exchange->left -= length;
    exchange->delivery.began = true;
    return length;
}

// Only the numbers are kept: the words of a reply may quote the recipient.
static size_t note_reply(char *line, size_t size, size_t count, void *context) {
    ccurl_delivery *delivery = &((struct exchange *)context)->delivery;
    // A failed mail is followed by QUIT, whose reply says nothing about it.
    if (size * count == 0 || (line[0] != '4' && line[0] != '5')) return size * count;
    char start[24] = {0};
    memcpy(start, line, smaller(size * count, sizeof start - 1));
    int class = 0, subject = 0, detail = 0;
    bool found = sscanf(start, "%*3d%*1[- ]%1d.%3d.%3d", &class, &subject, &detail) == 3;
    delivery->status_class = found ? class : 0;
    delivery->status_subject = found ? subject : 0;
    delivery->status_detail = found ? detail : 0;
    return size * count;
}

CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *text) {
    return curl_easy_setopt(handle, option, text);
}

CURLcode ccurl_set_number(CURL *handle, CURLoption option, long number) {
    return curl_easy_setopt(handle, option, number);
}

static CURLcode address(CURL *handle, const char *sender, struct curl_slist *recipients) {
    if (recipients == NULL) return CURLE_OUT_OF_MEMORY;
    CURLcode code = curl_easy_setopt(handle, CURLOPT_MAIL_FROM, sender);
    return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients);
}

static CURLcode attach(CURL *handle, struct exchange *exchange) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, (curl_off_t)exchange->left);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, give_message);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_READDATA, exchange);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, note_reply);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_HEADERDATA, exchange);
    // The connection ends inside perform: QUIT's reply must not reach callbacks whose context is gone.
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
    return code;
}

ccurl_delivery ccurl_deliver(
    CURL *handle, const char *sender, const char *recipient, const uint8_t *message, size_t count) {
    struct exchange exchange = {.next = message, .left = count};
    struct curl_slist *recipients = curl_slist_append(NULL, recipient);
    CURLcode code = address(handle, sender, recipients);
    if (code == CURLE_OK) code = attach(handle, &exchange);
    if (code == CURLE_OK) code = curl_easy_perform(handle);
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &exchange.delivery.reply);
    exchange.delivery.result = code;
    curl_slist_free_all(recipients);
    return exchange.delivery;
}
