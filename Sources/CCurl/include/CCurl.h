#pragma once
#include "CCurlExchange.h"
#include "CCurlFetch.h"
#include "CCurlWebhook.h"
#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// curl_easy_setopt for options that take a string; curl keeps its own copy. NULL takes a default away.
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *text);

/// curl_easy_setopt for options that take a long.
CURLcode ccurl_set_number(CURL *handle, CURLoption option, long number);

/// How one mail fared.
typedef struct {
    CURLcode result;
    /// The last SMTP reply code, 0 when there was none.
    long reply;
    /// Whether the server asked for the message, so that a later reply speaks of its content.
    bool began;
    /// The enhanced status code of the last reply line (RFC 3463), all zero when it had none.
    int status_class, status_subject, status_detail;
} ccurl_delivery;

/// Sends one message to one recipient over a handle that has its URL and options, and waits for the end of it.
ccurl_delivery ccurl_deliver(
    CURL *handle, const char *sender, const char *recipient, const uint8_t *message, size_t count);
