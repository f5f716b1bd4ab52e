// For memmem.
#define _GNU_SOURCE
#include "scan.h"

#include <stdint.h>
#include <string.h>

/// Sixteen bytes. Compared with a byte, those that are equal are 0xFF and all others 0.
typedef uint8_t block __attribute__((vector_size(16)));

static inline bool has_any(block found) {
    uint64_t halves[2];
    memcpy(halves, &found, sizeof halves);
    return halves[0] | halves[1];
}

/// - special: not 0 where a byte is looked for; it may say so of a few others.
/// - is_special: says it of one byte, and is never wrong.
__attribute__((always_inline)) static inline size_t first(
    const uint8_t *bytes, size_t start, size_t count, block (*special)(block), bool (*is_special)(uint8_t)) {
    block here;
    while (count - start >= sizeof here) {
        memcpy(&here, bytes + start, sizeof here);
        if (has_any(special(here))) {
            for (size_t end = start + sizeof here; start < end; start++)
                if (is_special(bytes[start])) return start;
        } else {
            start += sizeof here;
        }
    }
    // What is left, in one step as well: some of it twice, or some of what was looked at before.
    if (count - start >= sizeof here / 2) {
        memcpy(&here, bytes + start, sizeof here / 2);
        memcpy((uint8_t *)&here + sizeof here / 2, bytes + count - sizeof here / 2, sizeof here / 2);
        if (!has_any(special(here))) return count;
    } else if (count >= sizeof here) {
        memcpy(&here, bytes + count - sizeof here, sizeof here);
        if (!has_any(special(here))) return count;
    }
    while (start < count && !is_special(bytes[start])) start++;
    return start;
}

// Of two characters that differ in one bit, that bit is set first: `&` and `'`, `<` and `>`, `"` and `&`.

static inline block special_in_html(block bytes) {
    return (block)((bytes | 0x01) == '\'') | (block)((bytes | 0x02) == '>') | (block)(bytes == '"');
}

static inline bool is_special_in_html(uint8_t byte) {
    return byte <= '>' && (byte == '&' || byte == '<' || byte == '>' || byte == '"' || byte == '\'');
}

size_t scan_html(const uint8_t *bytes, size_t start, size_t count) {
    return first(bytes, start, count, special_in_html, is_special_in_html);
}

static inline block special_in_json(block bytes) {
    return (block)(bytes < 0x20) | (block)((bytes | 0x04) == '&') | (block)((bytes | 0x02) == '>')
        | (block)(bytes == '\\') | (block)(bytes == 0xE2);
}

static inline bool is_special_in_json(uint8_t byte) {
    return byte < 0x20 || byte == '"' || byte == '\\' || byte == '&' || byte == '<' || byte == '>' || byte == 0xE2;
}

size_t scan_json(const uint8_t *bytes, size_t start, size_t count) {
    return first(bytes, start, count, special_in_json, is_special_in_json);
}

static inline block special_in_xml(block bytes) {
    return (block)(bytes < 0x20) | (block)(bytes == 0xEF);
}

static inline bool is_special_in_xml(uint8_t byte) {
    return byte < 0x20 || byte == 0xEF;
}

size_t scan_xml(const uint8_t *bytes, size_t start, size_t count) {
    return first(bytes, start, count, special_in_xml, is_special_in_xml);
}

bool scan_finds(const uint8_t *part, size_t part_count, const uint8_t *bytes, size_t count) {
    return count >= part_count && memmem(bytes, count, part, part_count);
}
