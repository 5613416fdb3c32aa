#pragma once
#include "CCurlExchange.h"
#include "CCurlWebhook.h"

/// A transfer's watch, and how many of the addresses that it was asked about it took and refused.
typedef struct {
    ccurl_watch watch;
    size_t opened, refused;
} watched;

/// Has the watch asked before each connection and while the transfer runs. `watched` must live that long.
CURLcode attach_watch(CURL *handle, watched *watched);

/// Where an answer's bytes go: no more than `limit` of them.
typedef struct {
    ccurl_answer *answer;
    size_t limit;
} collector;

/// A write function for a `collector`; it fails where the answer is longer.
size_t collect(char *bytes, size_t size, size_t count, void *context);
