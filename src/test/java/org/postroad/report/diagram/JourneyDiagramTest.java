package org.postroad.report.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class JourneyDiagramTest {

    private final String everyShape = resource("every-shape.bpmn");

    @Test
    void drawsEachStepOnceAndWellFormed() {
        Document svg = drawn(Map.of());

        assertThat(svg.select("g.dg-step").eachAttr("data-step"))
                .contains("looked", "best-time", "choose", "offer", "send-offer", "wait", "too-late", "gone", "later")
                .doesNotHaveDuplicates()
                .doesNotContain("goal", "note");
        assertThat(svg.select("g.dg-flow").eachAttr("data-flow")).contains("f1", "yes", "no", "g1", "a1");
    }

    @Test
    void showsHowManyWaitAndHowManyPassed() {
        Document svg = drawn(Map.of("best-time", new StepTraffic(1204, 15300), "choose", new StepTraffic(0, 14096)));

        assertThat(step(svg, "best-time").select(".dg-on-badge").text()).isEqualTo("1,204");
        assertThat(step(svg, "best-time").text()).contains("15,300 came by");
        assertThat(step(svg, "best-time").hasClass("dg-occupied")).isTrue();
        assertThat(step(svg, "choose").text()).contains("14,096 came by");
        assertThat(step(svg, "choose").select(".dg-badge")).isEmpty();
        assertThat(step(svg, "offer").text())
                .doesNotContain(" came by Something")
                .contains("0 waiting");
    }

    @Test
    void hasTextsForScreenReaders() {
        Document svg = drawn(Map.of("wait", new StepTraffic(3, 9)));

        Element root = Objects.requireNonNull(svg.selectFirst("svg"));
        assertThat(root.attr("role")).isEqualTo("img");
        assertThat(root.attr("aria-label")).isEqualTo("Every shape");
        assertThat(step(svg, "wait").select("> title").text()).isEqualTo("What happens next?: 3 waiting, 9 came by");
    }

    @Test
    void drawsEventSubProcessesDashed() {
        Document svg = drawn(Map.of());

        assertThat(svg.select("rect.dg-frame").attr("stroke-dasharray")).isEqualTo("3 5");
        assertThat(step(svg, "too-late").select("circle").attr("stroke-dasharray"))
                .isEqualTo("5 4");
        assertThat(step(svg, "best-time").select("circle").attr("stroke-dasharray"))
                .isEqualTo("none");
    }

    @Test
    void wrapsLongNamesInsideTheirTask() {
        Document svg = drawn(Map.of());

        assertThat(step(svg, "send-offer").select("text").eachText())
                .containsExactly("Send the offer", "with a personal", "code");
    }

    @Test
    void namesStepsFromLeftToRight() {
        Map<String, String> names = JourneyDiagram.of(everyShape).stepNames();

        assertThat(names).containsEntry("looked", "Looked twice & left").containsEntry("join", "Join");
        assertThat(names.keySet()).startsWith("looked").endsWith("gone");
    }

    @Test
    void escapesNames() {
        String svg = JourneyDiagram.of(everyShape.replace("Looked twice &amp; left", "&lt;script>alert(1)&lt;/script>"))
                .svg("a \"title\" & <more>", Map.of());

        assertThat(svg).doesNotContain("<script").contains("a &quot;title&quot; &amp; &lt;more&gt;");
    }

    @Test
    void refusesDocumentTypes() {
        String bomb = "<!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/hostname\">]><x>&file;</x>";

        assertThatThrownBy(() -> JourneyDiagram.of(bomb))
                .isInstanceOf(DiagramUnreadable.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void saysWhatIsWrongWithAnUnreadableDiagram() {
        assertThatThrownBy(() -> JourneyDiagram.of("<oops")).hasMessageContaining("not well-formed");
        assertThatThrownBy(() -> JourneyDiagram.of(everyShape.replace("x=\"262\"", "x=\"left\"")))
                .hasMessageContaining("Bounds whose x is not a number: 'left'");
        assertThatThrownBy(() ->
                        JourneyDiagram.of(everyShape.replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")))
                .hasMessageContaining("no diagram");
    }

    private Document drawn(Map<String, StepTraffic> traffic) {
        return Jsoup.parse(JourneyDiagram.of(everyShape).svg("Every shape", traffic), Parser.xmlParser());
    }

    private static Element step(Document svg, String id) {
        return Objects.requireNonNull(svg.selectFirst("g[data-step=" + id + "]"));
    }

    private static String resource(String name) {
        try (InputStream in = JourneyDiagramTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
