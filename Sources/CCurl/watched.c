#define _GNU_SOURCE
#include "watched.h"

static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    watched *watched = context;
    (void)purpose;
    if (!watched->watch.permits(&address->addr, address->addrlen, watched->watch.context)) {
        watched->refused++;
        return CURL_SOCKET_BAD;
    }
    watched->opened++;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static int note_progress(void *context, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
    watched *watched = context;
    (void)a, (void)b, (void)c, (void)d;
    return watched->watch.is_over(watched->watch.context);
}

CURLcode attach_watch(CURL *handle, watched *watched) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, watched);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, note_progress);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, watched);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    return code;
}
