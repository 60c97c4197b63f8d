#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <linux/memfd.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

// GObject's casts are macros, which Swift does not see, so the kinds of font map look foreign to each other.
// A resolution of 72 makes a point of a font a unit of a page. `config` may be NULL: the machine's own then.
static inline PangoContext *frontdesk_pango_context_new(FcConfig *config) {
    PangoFontMap *map = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution((PangoCairoFontMap *)map, 72);
    if (config) pango_fc_font_map_set_config((PangoFcFontMap *)map, config);
    PangoContext *context = pango_font_map_create_context(map);
    // Otherwise every letter would stand on a whole point, as on a screen.
    pango_context_set_round_glyph_positions(context, FALSE);
    // The context keeps the map, and the map the configuration.
    g_object_unref(map);
    return context;
}

static inline void frontdesk_context_free(PangoContext *context) { g_object_unref(context); }

static inline void frontdesk_layout_free(PangoLayout *layout) { g_object_unref(layout); }

// Swift cannot call a variadic C function, and FcPatternBuild is the way to ask.
// The file of a family's face, or 0 when fontconfig would take another family's.
static inline int frontdesk_font_file(const char *family, int weight, char *path, size_t room) {
    FcPattern *wanted = FcPatternBuild(
        NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger, weight, FC_SLANT, FcTypeInteger,
        FC_SLANT_ROMAN, (char *)NULL);
    FcConfigSubstitute(NULL, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result;
    FcPattern *found = FcFontMatch(NULL, wanted, &result);
    FcChar8 *name = NULL, *file = NULL;
    int is_there = found && FcPatternGetString(found, FC_FAMILY, 0, &name) == FcResultMatch
        && strcmp((const char *)name, family) == 0
        && FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch && strlen((const char *)file) < room;
    if (is_there) strcpy(path, (const char *)file);
    if (found) FcPatternDestroy(found);
    FcPatternDestroy(wanted);
    return is_there;
}

// A file that lies in memory only, or -1. Nobody closes it: fonts are read from it again and again.
static inline int frontdesk_memory_file(const char *name) {
    return (int)syscall(SYS_memfd_create, name, MFD_CLOEXEC);
}

// The machine's fonts and these files, all of them under a family's name that no other font has.
static inline FcConfig *frontdesk_fonts_with(const int *files, int count, const char *family) {
    FcConfig *config = FcInitLoadConfigAndFonts();
    for (int i = 0; config && i < count; i++) {
        char path[64];
        snprintf(path, sizeof path, "/proc/self/fd/%d", files[i]);
        if (FcConfigAppFontAddFile(config, (const FcChar8 *)path)) continue;
        FcConfigDestroy(config);
        config = NULL;
    }
    FcFontSet *added = config ? FcConfigGetFonts(config, FcSetApplication) : NULL;
    for (int i = 0; added && i < added->nfont; i++) {
        FcPatternDel(added->fonts[i], FC_FAMILY);
        FcPatternAddString(added->fonts[i], FC_FAMILY, (const FcChar8 *)family);
    }
    return config;
}
