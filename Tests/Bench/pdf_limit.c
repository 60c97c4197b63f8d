/* The limit for a paper: its page drawn by pangocairo from C that is told where each line of text stands.
 *
 * pdf_limit PAGE COUNT [FONT…]
 *
 * PAGE is what pdf_page.py makes of the product's own file: a line of fields between tabs for each text,
 * rule, picture and code. With FONT files letters come from them, else from the machine's PT Sans. Draws the
 * page COUNT times, warm, each time as a whole file with tags, title and date; prints files a second and the
 * bytes of one.
 */
#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 400, FIELDS = 8, LONGEST = 2000 };
static const double MODULE = 72 / 25.4 / 2;

static char *page[MOST][FIELDS];
static int lines;
static size_t written;
static PangoContext *context;
static PangoAttrList *features;
static const char *family = "PT Sans";

static void read_page(const char *path) {
    FILE *file = fopen(path, "r");
    static char line[LONGEST];
    if (!file) exit(2);
    while (lines < MOST && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        char *rest = strdup(line);
        for (int field = 0; field < FIELDS && rest; field++) page[lines][field] = strsep(&rest, "\t");
        lines++;
    }
    fclose(file);
}

static void take_fonts(int count, char **paths) {
    FcConfig *config = count ? FcConfigCreate() : NULL;
    for (int i = 0; i < count; i++) FcConfigAppFontAddFile(config, (const FcChar8 *)paths[i]);
    PangoFontMap *map = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution((PangoCairoFontMap *)map, 72);
    if (config) pango_fc_font_map_set_config((PangoFcFontMap *)map, config);
    context = pango_font_map_create_context(map);
    pango_context_set_round_glyph_positions(context, FALSE);
    features = pango_attr_list_new();
    pango_attr_list_insert(features, pango_attr_font_features_new("liga=0"));
}

static PangoFontDescription *face(double size, int bold) {
    static struct { double size; int bold; PangoFontDescription *face; } known[32];
    int i = 0;
    for (; known[i].face; i++)
        if (known[i].size == size && known[i].bold == bold) return known[i].face;
    known[i].size = size;
    known[i].bold = bold;
    known[i].face = pango_font_description_new();
    pango_font_description_set_family_static(known[i].face, family);
    pango_font_description_set_weight(known[i].face, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(known[i].face, size * PANGO_SCALE);
    return known[i].face;
}

static cairo_status_t take(void *owner, const unsigned char *bytes, unsigned int count) {
    (void)owner;
    (void)bytes;
    written += count;
    return CAIRO_STATUS_SUCCESS;
}

static void draw_text(cairo_t *cr, char **f) {
    double grey = atof(f[5]);
    cairo_set_source_rgb(cr, grey, grey, grey);
    cairo_tag_begin(cr, f[6], "");
    PangoLayout *layout = pango_layout_new(context);
    pango_layout_set_font_description(layout, face(atof(f[3]), atoi(f[4])));
    pango_layout_set_attributes(layout, features);
    pango_layout_set_text(layout, f[7], -1);
    cairo_move_to(cr, atof(f[1]), atof(f[2]));
    pango_cairo_show_layout_line(cr, pango_layout_get_line_readonly(layout, 0));
    g_object_unref(layout);
    cairo_tag_end(cr, f[6]);
}

static void draw_code(cairo_t *cr, char **f) {
    QRinput *input = QRinput_new2(0, QR_ECLEVEL_Q);
    QRinput_append(input, QR_MODE_AN, (int)strlen(f[3]), (const unsigned char *)f[3]);
    QRcode *code = QRcode_encodeInput(input);
    double left = atof(f[1]), top = atof(f[2]);
    cairo_set_source_rgb(cr, 0, 0, 0);
    for (int y = 0; y < code->width; y++)
        for (int x = 0; x < code->width; x++) {
            int from = x;
            while (x < code->width && code->data[y * code->width + x] & 1) x++;
            if (x > from)
                cairo_rectangle(cr, left + from * MODULE, top + y * MODULE, (x - from) * MODULE, MODULE);
        }
    cairo_fill(cr);
    QRcode_free(code);
    QRinput_free(input);
}

static void draw(cairo_surface_t *picture) {
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(take, NULL, 595.276, 841.89);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, "Полис ДМС");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-11-21T07:42:00Z");
    cairo_t *cr = cairo_create(surface);
    pango_cairo_update_context(cr, context);
    cairo_tag_begin(cr, "Document", "");
    for (int i = 0; i < lines; i++) {
        char **f = page[i];
        if (!strcmp(f[0], "text")) draw_text(cr, f);
        if (!strcmp(f[0], "code")) draw_code(cr, f);
        if (!strcmp(f[0], "rule")) {
            cairo_set_source_rgb(cr, 0.5, 0.5, 0.5);
            cairo_rectangle(cr, atof(f[1]), atof(f[2]), atof(f[3]), atof(f[4]));
            cairo_fill(cr);
        }
        if (!strcmp(f[0], "picture")) {
            double scale = atof(f[3]) / cairo_image_surface_get_width(picture);
            cairo_save(cr);
            cairo_translate(cr, atof(f[1]), atof(f[2]));
            cairo_scale(cr, scale, scale);
            cairo_set_source_surface(cr, picture, 0, 0);
            cairo_rectangle(cr, 0, 0, cairo_image_surface_get_width(picture),
                            cairo_image_surface_get_height(picture));
            cairo_fill(cr);
            cairo_restore(cr);
        }
    }
    cairo_tag_end(cr, "Document");
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) exit(3);
    cairo_surface_destroy(surface);
}

static cairo_surface_t *picture_of(const char *path) {
    cairo_surface_t *file = cairo_image_surface_create_from_png(path);
    int width = cairo_image_surface_get_width(file), height = cairo_image_surface_get_height(file);
    cairo_surface_t *plain = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *brush = cairo_create(plain);
    cairo_set_source_rgb(brush, 1, 1, 1);
    cairo_paint(brush);
    cairo_set_source_surface(brush, file, 0, 0);
    cairo_paint(brush);
    cairo_destroy(brush);
    return plain;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    read_page(argv[1]);
    take_fonts(argc - 3, argv + 3);
    cairo_surface_t *picture = NULL;
    for (int i = 0; i < lines; i++)
        if (!strcmp(page[i][0], "picture")) picture = picture_of(page[i][4]);
    int count = atoi(argv[2]);
    for (int i = 0; i < 20; i++) draw(picture);
    written = 0;
    double began = now();
    for (int i = 0; i < count; i++) draw(picture);
    printf("%f %zu\n", count / (now() - began), written / (size_t)count);
    return 0;
}
