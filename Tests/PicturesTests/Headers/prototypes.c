// Compiled by a test: libvips' functions are what the shim takes them for.
#include <expat.h>
#include <vips/vips.h>

#include "vips-functions.h"

#define SAME(result, name, parameters) \
    _Static_assert( \
        __builtin_types_compatible_p(__typeof__(&name), result(*) parameters), "another prototype: " #name);

VIPS_FUNCTIONS(SAME)
GLIB_FUNCTIONS(SAME)

#define IS(number, name) _Static_assert(number == (int)name, "another number: " #name);

IS(1, VIPS_ACCESS_SEQUENTIAL)
IS(1, VIPS_FAIL_ON_TRUNCATED)
IS(0, VIPS_FORMAT_UCHAR)
IS(22, VIPS_INTERPRETATION_sRGB)
IS(3, VIPS_INTERESTING_ATTENTION)
IS(4, VIPS_FOREIGN_HEIF_COMPRESSION_AV1)
