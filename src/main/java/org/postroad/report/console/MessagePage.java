package org.postroad.report.console;

import java.util.Optional;
import java.util.UUID;
import org.postroad.report.console.MailRecords.MailRecord;
import org.postroad.report.diagram.Diagrams;
import org.postroad.report.timeline.Phrases;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A mail: what it says, why it was written, what became of it. */
@Controller
@ConditionalOnWebApplication
class MessagePage {

    private final MailRecords mails;
    private final Reasons reasons;
    private final Diagrams diagrams;

    MessagePage(MailRecords mails, Reasons reasons, Diagrams diagrams) {
        this.mails = mails;
        this.reasons = reasons;
        this.diagrams = diagrams;
    }

    @GetMapping("/messages/{id}")
    String message(@PathVariable String id, Model model) {
        MailRecord mail = find(id);
        String reason = Optional.ofNullable(mail.reason()).orElse("");
        model.addAttribute("mail", mail);
        model.addAttribute("state", Phrases.messageState(mail.state(), reason));
        model.addAttribute("step", diagrams.stepName(mail.journey(), mail.step()));
        model.addAttribute("outcomes", mails.outcomes(mail));
        Optional.ofNullable(mail.decisionId()).flatMap(reasons::of).ifPresent(why -> model.addAttribute("why", why));
        return "console/message";
    }

    @GetMapping("/messages/{id}/letter")
    ResponseEntity<String> letter(@PathVariable String id) {
        String html = find(id).html();
        if (html == null) {
            throw Missing.page("Nothing was composed for this mail.");
        }
        return Preview.inert(html);
    }

    private MailRecord find(String id) {
        try {
            return mails.find(UUID.fromString(id)).orElseThrow(() -> noSuch(id));
        } catch (IllegalArgumentException e) {
            throw noSuch(id);
        }
    }

    private static RuntimeException noSuch(String id) {
        return Missing.page("There is no mail with the id \"" + id + "\".");
    }
}
