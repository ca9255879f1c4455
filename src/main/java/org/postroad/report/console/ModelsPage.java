package org.postroad.report.console;

import java.net.URI;
import java.util.List;
import org.postroad.model.ModelReport;
import org.postroad.model.Models;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was learned: every model with its card, whether it acts, how well it predicts, and a button to stop it. */
@Controller
@ConditionalOnWebApplication
class ModelsPage {

    private final Models models;

    ModelsPage(Models models) {
        this.models = models;
    }

    /** A model with its plot. */
    public record ModelView(ModelReport report, CalibrationPlot plot) {}

    @GetMapping("/models")
    String list(Model model) {
        List<ModelView> views = models.all().stream()
                .map(each -> new ModelView(each, new CalibrationPlot(each.calibration())))
                .toList();
        model.addAttribute("models", views);
        return "console/models";
    }

    @PostMapping("/models/{name}")
    ResponseEntity<Void> stop(@PathVariable String name, @RequestParam boolean stopped) {
        if (models.setStopped(name, stopped).isEmpty()) {
            throw NotFound.page("There is no model \"" + name + "\".");
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/models#" + name))
                .build();
    }
}
