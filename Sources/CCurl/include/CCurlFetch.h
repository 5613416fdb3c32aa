#pragma once
#include "CCurlExchange.h"
#include "CCurlWebhook.h"

/// What came back from one fetch; the answer's body is the caller's to free.
typedef struct {
    ccurl_answer answer;
    /// Whether every address that the name resolved to was refused.
    bool is_refused;
} ccurl_fetched;

/// Gets over a handle that has its URL, headers and options, or posts `body` where there is one, and waits for an
/// answer of at most `limit` bytes; a longer one fails.
ccurl_fetched ccurl_fetch_watched(CURL *handle, const uint8_t *body, size_t count, size_t limit, ccurl_watch watch);
