#ifndef VIPS_FUNCTIONS_H
#define VIPS_FUNCTIONS_H

#include <stddef.h>

/// What is used of libvips, GLib and expat: `X(result, name, parameters)` each, as their headers declare them. The tests
/// compare the two.
typedef struct _VipsImage VipsImage;
typedef struct _VipsArea VipsArea;
typedef struct _VipsArrayDouble VipsArrayDouble;

#define VIPS_FUNCTIONS(X) \
    X(int, vips_init, (const char *)) \
    X(const char *, vips_version_string, (void)) \
    X(void, vips_concurrency_set, (int)) \
    X(void, vips_cache_set_max, (int)) \
    X(void, vips_block_untrusted_set, (int)) \
    X(void, vips_operation_block_set, (const char *, int)) \
    X(void, vips_error_clear, (void)) \
    X(void, vips_thread_shutdown, (void)) \
    X(int, vips_jpegload_buffer, (void *, size_t, VipsImage **, ...)) \
    X(int, vips_pngload_buffer, (void *, size_t, VipsImage **, ...)) \
    X(int, vips_gifload_buffer, (void *, size_t, VipsImage **, ...)) \
    X(int, vips_webpload_buffer, (void *, size_t, VipsImage **, ...)) \
    X(int, vips_heifload_buffer, (void *, size_t, VipsImage **, ...)) \
    X(int, vips_tiffload_buffer, (void *, size_t, VipsImage **, ...)) \
    X(int, vips_jpegsave_buffer, (VipsImage *, void **, size_t *, ...)) \
    X(int, vips_pngsave_buffer, (VipsImage *, void **, size_t *, ...)) \
    X(int, vips_gifsave_buffer, (VipsImage *, void **, size_t *, ...)) \
    X(int, vips_webpsave_buffer, (VipsImage *, void **, size_t *, ...)) \
    X(int, vips_heifsave_buffer, (VipsImage *, void **, size_t *, ...)) \
    X(int, vips_image_get_width, (const VipsImage *)) \
    X(int, vips_image_get_height, (const VipsImage *)) \
    X(int, vips_image_get_bands, (const VipsImage *)) \
    X(int, vips_image_get_n_pages, (VipsImage *)) \
    X(int, vips_image_get_page_height, (VipsImage *)) \
    X(int, vips_image_get_orientation, (VipsImage *)) \
    X(int, vips_image_hasalpha, (VipsImage *)) \
    X(char **, vips_image_get_fields, (VipsImage *)) \
    X(int, vips_image_get_int, (const VipsImage *, const char *, int *)) \
    X(size_t, vips_image_get_typeof, (const VipsImage *, const char *)) \
    X(int, vips_image_get_blob, (const VipsImage *, const char *, const void **, size_t *)) \
    X(int, vips_image_remove, (VipsImage *, const char *)) \
    X(void, vips_image_set_int, (VipsImage *, const char *, int)) \
    X(void, vips_image_set_blob_copy, (VipsImage *, const char *, const void *, size_t)) \
    X(VipsImage *, vips_image_copy_memory, (VipsImage *)) \
    X(void *, vips_image_write_to_memory, (VipsImage *, size_t *)) \
    X(int, vips_copy, (VipsImage *, VipsImage **, ...)) \
    X(int, vips_autorot, (VipsImage *, VipsImage **, ...)) \
    X(int, vips_icc_transform, (VipsImage *, VipsImage **, const char *, ...)) \
    X(int, vips_colourspace, (VipsImage *, VipsImage **, int, ...)) \
    X(int, vips_cast, (VipsImage *, VipsImage **, int, ...)) \
    X(int, vips_flatten, (VipsImage *, VipsImage **, ...)) \
    X(int, vips_premultiply, (VipsImage *, VipsImage **, ...)) \
    X(int, vips_unpremultiply, (VipsImage *, VipsImage **, ...)) \
    X(int, vips_extract_area, (VipsImage *, VipsImage **, int, int, int, int, ...)) \
    X(int, vips_shrink, (VipsImage *, VipsImage **, double, double, ...)) \
    X(int, vips_resize, (VipsImage *, VipsImage **, double, ...)) \
    X(int, vips_arrayjoin, (VipsImage **, VipsImage **, int, ...)) \
    X(VipsArrayDouble *, vips_array_double_new, (const double *, int)) \
    X(void, vips_area_unref, (VipsArea *)) \
    X(int, vips_smartcrop, (VipsImage *, VipsImage **, int, int, ...))

typedef void (*vips_log_function)(const char *, int, const char *, void *);

#define GLIB_FUNCTIONS(X) \
    X(vips_log_function, g_log_set_default_handler, (vips_log_function, void *)) \
    X(void, g_object_unref, (void *)) \
    X(void, g_free, (void *)) \
    X(void, g_strfreev, (char **))

#endif
