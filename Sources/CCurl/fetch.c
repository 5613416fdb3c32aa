#include "CCurlFetch.h"
#include "watched.h"

ccurl_fetched ccurl_fetch_watched(CURL *handle, const uint8_t *body, size_t count, size_t limit, ccurl_watch watch) {
    ccurl_fetched fetched = {{CURLE_OK, 0, NULL, 0}, false};
    watched watched = {.watch = watch};
    collector into = {&fetched.answer, limit};
    CURLcode code = attach_watch(handle, &watched);
    if (code == CURLE_OK && body != NULL) {
        code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
        if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_POSTFIELDS, (const char *)body);
    }
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, collect);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_WRITEDATA, &into);
    if (code == CURLE_OK) code = curl_easy_perform(handle);
    fetched.answer.result = code;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &fetched.answer.status);
    fetched.is_refused = watched.refused > 0 && watched.opened == 0;
    return fetched;
}
