#pragma once
#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/// What is asked while a transfer runs; each call gets `context`.
typedef struct {
    /// Whether a connection may be opened to a resolved address.
    bool (*permits)(const struct sockaddr *address, size_t length, void *context);
    /// Whether the transfer is to be broken off; asked about once a second.
    bool (*is_over)(void *context);
    void *context;
} ccurl_watch;

enum { ccurl_kept_bytes = 1024, ccurl_read_bytes = 65536 };

/// What came back from one post. Of the answer the first 1,024 bytes are kept, and no more than 65,536 are read.
typedef struct {
    CURLcode result;
    /// The status of an answer whose head was complete; 0 when there was none.
    long status;
    /// What `Retry-After` asks for, in seconds; 0 when it asks for nothing.
    int64_t retry_after;
    /// Whether every address that the name resolved to was refused.
    bool is_refused;
    size_t kept_count;
    char kept[ccurl_kept_bytes];
} ccurl_posted;

/// curl_easy_setopt for options that take a list, which must live as long as the handle is used.
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *list);

/// Posts a body over a handle that has its URL, headers and options, and waits for the answer.
ccurl_posted ccurl_post_watched(CURL *handle, const uint8_t *body, size_t count, ccurl_watch watch);
