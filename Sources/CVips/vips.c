#include "cvips.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "vips-functions.h"

#ifdef __APPLE__
#define LIBRARY "libvips.42.dylib"
#else
#define LIBRARY "libvips.so.42"
#endif

#define MEMBER(result, name, parameters) result(*name) parameters;
/// The functions, where they were found.
static struct {
    VIPS_FUNCTIONS(MEMBER)
    GLIB_FUNCTIONS(MEMBER)
} vips;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *failure;

static void *open_library(void) {
    void *library = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);
#ifdef __APPLE__
    // Where Homebrew puts it, which the system does not look through.
    if (!library) library = dlopen("/opt/homebrew/lib/" LIBRARY, RTLD_LAZY | RTLD_LOCAL);
    if (!library) library = dlopen("/usr/local/lib/" LIBRARY, RTLD_LAZY | RTLD_LOCAL);
#endif
    return library;
}

static void say_nothing(const char *domain, int level, const char *message, void *data) {
    (void)domain, (void)level, (void)message, (void)data;
}

/// Loaders that have been attacked for years, and no others.
static const char *const loaders[] = {
    "VipsForeignLoadJpeg", "VipsForeignLoadPng",  "VipsForeignLoadNsgif",
    "VipsForeignLoadWebp", "VipsForeignLoadHeif", "VipsForeignLoadTiff",
};

static void open_once(void) {
    void *library = open_library();
    if (!library) {
        const char *message = dlerror();
        failure = strdup(message ? message : LIBRARY " cannot be loaded");
        return;
    }
    // GLib's come with it: a library's own are looked through as well.
#define FIND(result, name, parameters) \
    if (!(vips.name = (result(*) parameters)dlsym(library, #name))) { \
        failure = LIBRARY " has no " #name; \
        return; \
    }
    VIPS_FUNCTIONS(FIND)
    GLIB_FUNCTIONS(FIND)
    vips.g_log_set_default_handler(say_nothing, NULL);
    if (vips.vips_init("stet")) {
        failure = LIBRARY " cannot be started";
        return;
    }
    vips.vips_concurrency_set(1);
    vips.vips_cache_set_max(0);
    vips.vips_block_untrusted_set(1);
    vips.vips_operation_block_set("VipsForeignLoad", 1);
    for (size_t i = 0; i < sizeof loaders / sizeof *loaders; i++) vips.vips_operation_block_set(loaders[i], 0);
}

const char *cvips_open(void) {
    pthread_once(&once, open_once);
    return failure;
}

const char *cvips_version(void) {
    return vips.vips_version_string();
}

void cvips_leave_thread(void) {
    vips.vips_thread_shutdown();
}

void cvips_release(VipsImage *image) {
    if (image) vips.g_object_unref(image);
}

void cvips_free(void *memory) {
    vips.g_free(memory);
}

/// What an operation has made, or NULL and no message left.
static VipsImage *made(int status, VipsImage *image) {
    if (!status) return image;
    vips.vips_error_clear();
    return NULL;
}

enum { SEQUENTIAL = 1, FAIL_ON_TRUNCATED = 1, UCHAR = 0, SRGB = 22, CENTIMETRES = 0, ATTENTION = 3, AV1 = 4 };

VipsImage *cvips_load(cvips_format format, const void *bytes, size_t length, int shrink, bool all) {
    void *data = (void *)bytes;
    VipsImage *image = NULL;
    int status = -1;
    switch (format) {
    case CVIPS_JPEG:
        status = vips.vips_jpegload_buffer(
            data, length, &image, "access", SEQUENTIAL, "fail_on", FAIL_ON_TRUNCATED, "shrink", shrink, NULL);
        break;
    case CVIPS_PNG:
        status = vips.vips_pngload_buffer(
            data, length, &image, "access", SEQUENTIAL, "fail_on", FAIL_ON_TRUNCATED, NULL);
        break;
    case CVIPS_GIF:
        status = vips.vips_gifload_buffer(
            data, length, &image, "access", SEQUENTIAL, "fail_on", FAIL_ON_TRUNCATED, "n", all ? -1 : 1, NULL);
        break;
    case CVIPS_WEBP:
        status = vips.vips_webpload_buffer(
            data, length, &image, "access", SEQUENTIAL, "fail_on", FAIL_ON_TRUNCATED, "n", all ? -1 : 1, NULL);
        break;
    case CVIPS_HEIF:
        status = vips.vips_heifload_buffer(
            data, length, &image, "access", SEQUENTIAL, "fail_on", FAIL_ON_TRUNCATED, NULL);
        break;
    case CVIPS_TIFF:
        status = vips.vips_tiffload_buffer(
            data, length, &image, "access", SEQUENTIAL, "fail_on", FAIL_ON_TRUNCATED, NULL);
        break;
    }
    return made(status, image);
}

int cvips_width(const VipsImage *image) {
    return vips.vips_image_get_width(image);
}

int cvips_height(const VipsImage *image) {
    return vips.vips_image_get_height(image);
}

int cvips_bands(const VipsImage *image) {
    return vips.vips_image_get_bands(image);
}

bool cvips_has_alpha(VipsImage *image) {
    return vips.vips_image_hasalpha(image);
}

int cvips_frames(VipsImage *image) {
    int height = vips.vips_image_get_height(image);
    return height / cvips_frame_height(image);
}

int cvips_frame_height(VipsImage *image) {
    return vips.vips_image_get_page_height(image);
}

int cvips_orientation(VipsImage *image) {
    return vips.vips_image_get_orientation(image);
}

bool cvips_is_interlaced(const VipsImage *image) {
    // libvips' JPEG loader says it in another field, which is there in any case.
    for (const char *const *name = (const char *const[]){"interlaced", "jpeg-multiscan", NULL}; *name; name++) {
        int value = 0;
        if (!vips.vips_image_get_typeof(image, *name)) continue;
        if (vips.vips_image_get_int(image, *name, &value)) vips.vips_error_clear();
        if (value) return true;
    }
    return false;
}

char **cvips_fields(VipsImage *image) {
    return vips.vips_image_get_fields(image);
}

void cvips_free_names(char **names) {
    vips.g_strfreev(names);
}

const void *cvips_field(const VipsImage *image, const char *name, size_t *length) {
    const void *data = NULL;
    *length = 0;
    if (!vips.vips_image_get_typeof(image, name)) return NULL;
    if (!vips.vips_image_get_blob(image, name, &data, length)) return data;
    vips.vips_error_clear();
    return NULL;
}

VipsImage *cvips_in_memory(VipsImage *image) {
    VipsImage *copy = vips.vips_image_copy_memory(image);
    return made(copy ? 0 : -1, copy);
}

VipsImage *cvips_in_srgb(VipsImage *image) {
    VipsImage *converted = NULL, *narrow = NULL;
    int status = -1;
    if (vips.vips_image_get_typeof(image, "icc-profile-data")) {
        status = vips.vips_icc_transform(image, &converted, "srgb", "embedded", 1, NULL);
        // A profile that is broken, or for another kind of picture, says nothing.
        if (status) vips.vips_error_clear();
    }
    if (status) status = vips.vips_colourspace(image, &converted, SRGB, NULL);
    if (status) return made(status, converted);
    status = vips.vips_cast(converted, &narrow, UCHAR, NULL);
    vips.g_object_unref(converted);
    return made(status, narrow);
}

VipsImage *cvips_upright(VipsImage *image) {
    VipsImage *turned = NULL;
    return made(vips.vips_autorot(image, &turned, NULL), turned);
}

/// Does with the colours as much as there is of them: those behind what is transparent do not run into the others.
static VipsImage *weighed(VipsImage *image, int (*work)(VipsImage *, VipsImage **, const double *), const double *by) {
    VipsImage *weighed = NULL, *worked = NULL, *unweighed = NULL, *narrow = NULL;
    if (!vips.vips_image_hasalpha(image)) return made(work(image, &worked, by), worked);
    int status = vips.vips_premultiply(image, &weighed, NULL) || work(weighed, &worked, by)
        || vips.vips_unpremultiply(worked, &unweighed, NULL) || vips.vips_cast(unweighed, &narrow, UCHAR, NULL);
    cvips_release(weighed);
    cvips_release(worked);
    cvips_release(unweighed);
    return made(status, narrow);
}

static int shrink(VipsImage *image, VipsImage **result, const double *by) {
    return vips.vips_shrink(image, result, by[0], by[1], NULL);
}

static int resize(VipsImage *image, VipsImage **result, const double *by) {
    return vips.vips_resize(image, result, by[0], "vscale", by[1], NULL);
}

VipsImage *cvips_shrunk(VipsImage *image, int by) {
    return weighed(image, shrink, (double[]){by, by});
}

VipsImage *cvips_resized(VipsImage *image, int width, int height) {
    double x = (double)width / cvips_width(image), y = (double)height / cvips_height(image);
    return weighed(image, resize, (double[]){x, y});
}

VipsImage *cvips_part(VipsImage *image, int left, int top, int width, int height) {
    VipsImage *part = NULL;
    return made(vips.vips_extract_area(image, &part, left, top, width, height, NULL), part);
}

VipsImage *cvips_flattened(VipsImage *image) {
    VipsImage *flat = NULL;
    VipsArrayDouble *white = vips.vips_array_double_new((double[]){255, 255, 255}, 3);
    int status = vips.vips_flatten(image, &flat, "background", white, NULL);
    vips.vips_area_unref((VipsArea *)white);
    return made(status, flat);
}

VipsImage *cvips_stacked(VipsImage **frames, int count) {
    VipsImage *stack = NULL, *copy = NULL;
    int height = cvips_height(frames[0]);
    int status = vips.vips_arrayjoin(frames, &stack, count, "across", 1, NULL);
    if (!status) status = vips.vips_copy(stack, &copy, NULL);
    cvips_release(stack);
    if (!status) vips.vips_image_set_int(copy, "page-height", height);
    return made(status, copy);
}

/// What an animation needs.
static bool is_of_frames(const char *name) {
    return !strcmp(name, "delay") || !strcmp(name, "loop") || !strcmp(name, "page-height") || !strcmp(name, "n-pages");
}

VipsImage *cvips_carrying(VipsImage *image, const void *xmp, size_t length) {
    VipsImage *copy = NULL;
    double dots = 72 / 25.4;
    if (vips.vips_copy(image, &copy, "xres", dots, "yres", dots, NULL)) return made(-1, copy);
    char **names = vips.vips_image_get_fields(copy);
    // Those that every image has cannot be removed, and stay.
    for (char **name = names; name && *name; name++)
        if (!is_of_frames(*name)) vips.vips_image_remove(copy, *name);
    vips.g_strfreev(names);
    if (length) vips.vips_image_set_blob_copy(copy, "xmp-data", xmp, length);
    return copy;
}

bool cvips_attention(VipsImage *image, int *x, int *y) {
    int width = cvips_width(image), height = cvips_height(image), left = 0, top = 0;
    if (width < 2 || height < 2) return false;
    VipsImage *crop = NULL;
    int status = vips.vips_smartcrop(
        image, &crop, width / 2, height / 2, "interesting", ATTENTION, "attention_x", &left, "attention_y", &top, NULL);
    crop = made(status, crop);
    cvips_release(crop);
    if (!crop || left < 0 || top < 0 || left > width || top > height) return false;
    // That is what it says of a picture in which nothing stands out.
    if (left == 0 && top == 0) return false;
    *x = left * 100 / width;
    *y = top * 100 / height;
    return true;
}

void *cvips_pixels(VipsImage *image, size_t *length) {
    void *pixels = vips.vips_image_write_to_memory(image, length);
    if (!pixels) vips.vips_error_clear();
    return pixels;
}

void *cvips_encoded(VipsImage *image, cvips_target target, int quality, bool bare, size_t *length) {
    void *bytes = NULL;
    int status = -1;
    *length = 0;
    switch (target) {
    case CVIPS_TO_JPEG:
        status = vips.vips_jpegsave_buffer(
            image, &bytes, length, "Q", quality, "optimize_coding", 1, "strip", (int)bare, NULL);
        break;
    case CVIPS_TO_PNG:
        status = vips.vips_pngsave_buffer(image, &bytes, length, "compression", 6, "strip", (int)bare, NULL);
        break;
    case CVIPS_TO_GIF:
        status = vips.vips_gifsave_buffer(image, &bytes, length, "strip", (int)bare, NULL);
        break;
    case CVIPS_TO_WEBP:
        status = vips.vips_webpsave_buffer(image, &bytes, length, "Q", quality, "effort", 2, "strip", (int)bare, NULL);
        break;
    case CVIPS_TO_AVIF:
        status = vips.vips_heifsave_buffer(
            image, &bytes, length, "Q", quality, "compression", AV1, "effort", 1, "strip", (int)bare, NULL);
        break;
    }
    if (!status) return bytes;
    vips.vips_error_clear();
    return NULL;
}
