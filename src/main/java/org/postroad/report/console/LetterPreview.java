package org.postroad.report.console;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A letter as the content of a frame. Letters are untrusted HTML: the frame is sandboxed, and the response has a
 * Content-Security-Policy of its own, so that nothing in a letter can run a script or reach the console.
 */
final class LetterPreview {

    private static final String POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " img-src * data:; style-src 'unsafe-inline'; font-src * data:; frame-ancestors 'self'";

    private LetterPreview() {}

    /** As the customer sees it: images load, and opens and clicks are tracked. */
    static ResponseEntity<String> live(String html) {
        Document letter = Jsoup.parse(html);
        letter.head().prependElement("base").attr("target", "_blank");
        return page(letter);
    }

    /** Without links and tracking pixel: viewing it must not count as an open or click of the customer. */
    static ResponseEntity<String> inert(String html) {
        Document letter = Jsoup.parse(html);
        letter.select("a[href]")
                .forEach(link -> link.attr("title", link.attr("href")).removeAttr("href"));
        letter.select("img[width=1], img[height=1], img[src*=/o/]").remove();
        return page(letter);
    }

    private static ResponseEntity<String> page(Document letter) {
        letter.outputSettings().prettyPrint(false);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noStore())
                .body(letter.outerHtml());
    }
}
