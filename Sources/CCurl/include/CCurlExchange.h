#pragma once
#include <curl/curl.h>
#include <stddef.h>

/// What came back from one exchange; `body` is the caller's to free.
typedef struct {
    CURLcode result;
    long status;
    char *body;
    size_t count;
} ccurl_answer;

/// Posts a JSON body over a handle that has its URL and options, and keeps at most `limit` bytes of the answer.
ccurl_answer ccurl_post_json(CURL *handle, const char *body, size_t count, size_t limit);
