#include "watched.h"
#include <stdlib.h>
#include <string.h>

size_t collect(char *bytes, size_t size, size_t count, void *context) {
    collector *into = context;
    ccurl_answer *answer = into->answer;
    size_t length = size * count;
    if (answer->count + length > into->limit) return 0;
    char *grown = realloc(answer->body, answer->count + length);
    if (grown == NULL) return 0;
    memcpy(grown + answer->count, bytes, length);
    answer->body = grown;
    answer->count += length;
    return length;
}

ccurl_answer ccurl_post_json(CURL *handle, const char *body, size_t count, size_t limit) {
    ccurl_answer answer = {CURLE_OK, 0, NULL, 0};
    collector into = {&answer, limit};
    struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
    headers = curl_slist_append(headers, "Expect:");
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, collect);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &into);
    answer.result = curl_easy_perform(handle);
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer.status);
    curl_slist_free_all(headers);
    return answer;
}
