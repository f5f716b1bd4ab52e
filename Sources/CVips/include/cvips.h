#ifndef CVIPS_H
#define CVIPS_H

#include <stdbool.h>
#include <stddef.h>

/// libvips, opened when it is first needed: it brings a hundred libraries, and a build that makes no pictures shall not
/// wait for them. What is declared here says what a picture goes through; the rest is Swift's.
///
/// An image is a plan until its pixels are asked for. Functions that make one return NULL if they cannot; the messages
/// are thrown away, for libvips keeps them for all threads together. What they are given they leave alone.
typedef struct _VipsImage VipsImage;

/// Opens libvips, once; from any thread. NULL if that went well, otherwise why it did not.
const char *cvips_open(void);

/// Such as "8.14.1".
const char *cvips_version(void);

/// Gives back what libvips keeps for this thread.
void cvips_leave_thread(void);

/// Gives an image back.
void cvips_release(VipsImage *image);

/// Gives back memory that a function here has returned.
void cvips_free(void *memory);

typedef enum { CVIPS_JPEG, CVIPS_PNG, CVIPS_GIF, CVIPS_WEBP, CVIPS_HEIF, CVIPS_TIFF } cvips_format;

/// The picture in a file's bytes, which must stay until the image is gone; read from top to bottom, once. `shrink` is
/// 1, 2, 4 or 8 and for JPEG alone; `all` asks for all frames, one below the other. Making the image reads the header;
/// a file that ends too early fails when its pixels are read.
VipsImage *cvips_load(cvips_format format, const void *bytes, size_t length, int shrink, bool all);

int cvips_width(const VipsImage *image);
int cvips_height(const VipsImage *image);
int cvips_bands(const VipsImage *image);
bool cvips_has_alpha(VipsImage *image);
/// How many frames lie below each other in an image, and how high each is.
int cvips_frames(VipsImage *image);
int cvips_frame_height(VipsImage *image);
/// 1 to 8, as Exif counts (tag 0x0112).
int cvips_orientation(VipsImage *image);

/// Whether its pixels lie in the file in several passes, so that it can be read only as a whole.
bool cvips_is_interlaced(const VipsImage *image);

/// A NULL-terminated list of the names of what the image carries; `cvips_free_names` gives it back.
char **cvips_fields(VipsImage *image);
void cvips_free_names(char **names);
/// The bytes of a field, which belong to the image; NULL if it has none.
const void *cvips_field(const VipsImage *image, const char *name, size_t *length);

/// The image with its pixels in memory, from where they can be read in any order and often.
VipsImage *cvips_in_memory(VipsImage *image);
/// Eight bits of sRGB, by the image's own profile if it has one; grey becomes three bands, alpha stays.
VipsImage *cvips_in_srgb(VipsImage *image);
/// Turned and flipped as its orientation says. For an image in memory.
VipsImage *cvips_upright(VipsImage *image);
/// A whole number of times smaller, by averages; reads from top to bottom.
VipsImage *cvips_shrunk(VipsImage *image, int by);
VipsImage *cvips_part(VipsImage *image, int left, int top, int width, int height);
/// In exactly this size.
VipsImage *cvips_resized(VipsImage *image, int width, int height);
/// Laid on white.
VipsImage *cvips_flattened(VipsImage *image);
/// Images of one size, one below the other, as the frames of one.
VipsImage *cvips_stacked(VipsImage **frames, int count);
/// With nothing of what it carries but the frames' times, and with these bytes of XMP if there are any.
VipsImage *cvips_carrying(VipsImage *image, const void *xmp, size_t length);
/// Where the eye goes, in hundredths of the image's width and height.
bool cvips_attention(VipsImage *image, int *x, int *y);

/// All pixels, band by band within each, `cvips_free` gives them back.
void *cvips_pixels(VipsImage *image, size_t *length);

typedef enum { CVIPS_TO_JPEG, CVIPS_TO_PNG, CVIPS_TO_GIF, CVIPS_TO_WEBP, CVIPS_TO_AVIF } cvips_target;

/// The bytes of a file; `cvips_free` gives them back. `bare` writes nothing that the image carries.
void *cvips_encoded(VipsImage *image, cvips_target target, int quality, bool bare, size_t *length);

#endif
