#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stddef.h>

// Looks for bytes that cannot stand for themselves, sixteen in one step where the processor can: all that a site
// prints passes through here. Each function gives the index of the first such byte from `start` on, `count` if there
// is none.

/// `& < > " '`, which need a character reference in HTML.
size_t scan_html(const unsigned char *bytes, size_t start, size_t count);

/// Control characters, `" \ & < >`, and 0xE2, with which U+2028 and U+2029 begin: what may need an escape in JSON that
/// stands in a script.
size_t scan_json(const unsigned char *bytes, size_t start, size_t count);

/// Control characters and 0xEF, with which U+FFFE and U+FFFF begin: what XML may have no way to say.
size_t scan_xml(const unsigned char *bytes, size_t start, size_t count);

/// Whether one text stands within another, whatever bytes they have.
bool scan_finds(const unsigned char *part, size_t part_count, const unsigned char *bytes, size_t count);

#endif
