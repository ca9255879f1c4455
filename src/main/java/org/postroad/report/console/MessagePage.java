package org.postroad.report.console;

import java.util.Optional;
import java.util.UUID;
import org.postroad.report.console.MailRecords.MailRecord;
import org.postroad.report.diagram.JourneyDiagrams;
import org.postroad.report.timeline.DisplayText;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a mail: its letter, the decision behind it, and its outcomes. */
@Controller
@ConditionalOnWebApplication
class MessagePage {

    private final MailRecords mails;
    private final DecisionExplanations explanations;
    private final JourneyDiagrams diagrams;

    MessagePage(MailRecords mails, DecisionExplanations explanations, JourneyDiagrams diagrams) {
        this.mails = mails;
        this.explanations = explanations;
        this.diagrams = diagrams;
    }

    @GetMapping("/messages/{id}")
    String message(@PathVariable String id, Model model) {
        MailRecord mail = find(id);
        String reason = Optional.ofNullable(mail.reason()).orElse("");
        model.addAttribute("mail", mail);
        model.addAttribute("state", DisplayText.messageState(mail.state(), reason));
        model.addAttribute("step", diagrams.stepName(mail.journey(), mail.step()));
        model.addAttribute("outcomes", mails.outcomes(mail));
        Optional.ofNullable(mail.decisionId())
                .flatMap(explanations::of)
                .ifPresent(explanation -> model.addAttribute("why", explanation));
        return "console/message";
    }

    @GetMapping("/messages/{id}/letter")
    ResponseEntity<String> letter(@PathVariable String id) {
        String html = find(id).html();
        if (html == null) {
            throw NotFound.page("Nothing was composed for this mail.");
        }
        return LetterPreview.inert(html);
    }

    private MailRecord find(String id) {
        try {
            return mails.find(UUID.fromString(id)).orElseThrow(() -> notFound(id));
        } catch (IllegalArgumentException e) {
            throw notFound(id);
        }
    }

    private static RuntimeException notFound(String id) {
        return NotFound.page("There is no mail with the id \"" + id + "\".");
    }
}
