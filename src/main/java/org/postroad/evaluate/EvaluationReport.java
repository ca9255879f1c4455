package org.postroad.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Writes {@code report.json}, an array of lines, and {@code report.html}. */
@Component
@Conditional(RehearsalMode.class)
class EvaluationReport {

    private static final Configuration TEMPLATES = templates();

    private final ObjectMapper json;

    EvaluationReport(ObjectMapper json) {
        this.json = json;
    }

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(EvaluationReport.class, "");
        templates.setDefaultEncoding("UTF-8");
        templates.setLocale(Locale.ROOT);
        return templates;
    }

    /** @throws UncheckedIOException if the folder cannot be written */
    void write(Path folder, List<ReportLine> lines) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("report.json"),
                    json.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(lines) + "\n");
            Files.writeString(folder.resolve("report.html"), html(lines));
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + folder, e);
        }
    }

    private static String html(List<ReportLine> lines) throws IOException {
        StringWriter html = new StringWriter();
        try {
            TEMPLATES.getTemplate("evaluation-report.ftlh").process(Map.of("lines", lines), html);
        } catch (TemplateException e) {
            throw new IllegalStateException("The report cannot be rendered.", e);
        }
        return html.toString();
    }
}
