#include "watched.h"
#include <string.h>

typedef struct {
    ccurl_posted posted;
    watched watched;
    size_t read;
    bool head_is_complete;
} post;

// Head and body count towards one limit: a server may send header lines without end as well.
static bool may_read(post *post, size_t length) {
    post->read += length;
    return post->read <= ccurl_read_bytes;
}

static size_t note_head(char *line, size_t size, size_t count, void *context) {
    post *post = context;
    size_t length = size * count;
    if (!may_read(post, length)) return 0;
    // A status line begins a head anew: after a 1xx comes another.
    post->head_is_complete = length > 0 && (line[0] == '\r' || line[0] == '\n');
    return length;
}

static size_t keep_start(char *bytes, size_t size, size_t count, void *context) {
    post *post = context;
    size_t length = size * count, room = sizeof post->posted.kept - post->posted.kept_count;
    size_t kept = length < room ? length : room;
    memcpy(post->posted.kept + post->posted.kept_count, bytes, kept);
    post->posted.kept_count += kept;
    return may_read(post, length) ? length : 0;
}

CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(handle, option, list);
}

static CURLcode attach(CURL *handle, const uint8_t *body, size_t count, post *post) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_POSTFIELDS, (const char *)body);
    if (code == CURLE_OK) code = attach_watch(handle, &post->watched);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, note_head);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_HEADERDATA, post);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, keep_start);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_WRITEDATA, post);
    return code;
}

ccurl_posted ccurl_post_watched(CURL *handle, const uint8_t *body, size_t count, ccurl_watch watch) {
    post post = {.watched = {.watch = watch}};
    CURLcode code = attach(handle, body, count, &post);
    if (code == CURLE_OK) code = curl_easy_perform(handle);
    post.posted.result = code;
    if (post.head_is_complete) {
        curl_off_t wait = 0;
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &post.posted.status);
        curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &wait);
        post.posted.retry_after = wait;
    }
    post.posted.is_refused = post.watched.refused > 0 && post.watched.opened == 0;
    return post.posted;
}
