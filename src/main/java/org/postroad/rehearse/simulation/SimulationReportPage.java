package org.postroad.rehearse.simulation;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postroad.rehearse.SimulationScene;

/** The report of a simulation: one HTML page that loads nothing. */
final class SimulationReportPage {

    private static final Configuration TEMPLATES = templates();

    private SimulationReportPage() {}

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(SimulationReportPage.class, "");
        templates.setDefaultEncoding("UTF-8");
        templates.setLocale(Locale.ROOT);
        templates.setNumberFormat(",##0");
        return templates;
    }

    static String html(
            SimulationPlan plan,
            SimulationScene scene,
            SimulationResult result,
            Optional<VariantComparison> comparison) {
        StringWriter html = new StringWriter();
        try {
            TEMPLATES
                    .getTemplate("simulation-report.ftlh")
                    .process(
                            Map.of(
                                    "plan",
                                    plan,
                                    "starts",
                                    LocalDate.ofInstant(plan.starts(), ZoneOffset.UTC)
                                            .toString(),
                                    "kind",
                                    scene.kind(),
                                    "people",
                                    scene.description(),
                                    "result",
                                    result,
                                    "comparisons",
                                    comparison.stream().toList()),
                            html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("The report cannot be rendered.", e);
        }
        return html.toString();
    }
}
