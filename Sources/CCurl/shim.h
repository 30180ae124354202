// The types and constants of libcurl. The library itself is opened when the network is first used, so
// nothing here may name one of its functions: that would link it into every start of the program.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// The functions with variable arguments, which only C can call, given by their addresses. They must
// be called as what they are: some machines pass variable arguments in other places than fixed ones.
typedef CURLcode (*ccurl_setopt)(CURL *handle, CURLoption option, ...);
typedef CURLcode (*ccurl_getinfo)(CURL *handle, CURLINFO info, ...);
typedef CURLMcode (*ccurl_multi_setopt)(CURLM *handle, CURLMoption option, ...);

static inline CURLcode ccurl_set_long(
  void *function, CURL *handle, CURLoption option, long value) {
  return ((ccurl_setopt)function)(handle, option, value);
}

static inline CURLcode ccurl_set_size(
  void *function, CURL *handle, CURLoption option, curl_off_t value) {
  return ((ccurl_setopt)function)(handle, option, value);
}

static inline CURLcode ccurl_set_pointer(
  void *function, CURL *handle, CURLoption option, const void *value) {
  return ((ccurl_setopt)function)(handle, option, value);
}

static inline CURLcode ccurl_set_transfer(
  void *function, CURL *handle, CURLoption option, curl_write_callback value) {
  return ((ccurl_setopt)function)(handle, option, value);
}

static inline CURLcode ccurl_set_progress(
  void *function, CURL *handle, CURLoption option, curl_xferinfo_callback value) {
  return ((ccurl_setopt)function)(handle, option, value);
}

static inline CURLMcode ccurl_multi_set_long(
  void *function, CURLM *handle, CURLMoption option, long value) {
  return ((ccurl_multi_setopt)function)(handle, option, value);
}

static inline CURLcode ccurl_get_long(void *function, CURL *handle, CURLINFO info, long *value) {
  return ((ccurl_getinfo)function)(handle, info, value);
}

static inline CURLcode ccurl_get_size(
  void *function, CURL *handle, CURLINFO info, curl_off_t *value) {
  return ((ccurl_getinfo)function)(handle, info, value);
}

static inline CURLcode ccurl_get_socket(
  void *function, CURL *handle, CURLINFO info, curl_socket_t *value) {
  return ((ccurl_getinfo)function)(handle, info, value);
}
