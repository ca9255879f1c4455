package org.postroad.report.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroad.local.LocalInbox;
import org.postroad.local.ReceivedMail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox of local mode: every mail as its recipient sees it. */
@Controller
@ConditionalOnWebApplication
class InboxPage {

    private static final int MOST = 50;

    private final @Nullable LocalInbox localInbox;

    InboxPage(ObjectProvider<LocalInbox> inbox) {
        this.localInbox = inbox.getIfAvailable();
    }

    @GetMapping("/inbox")
    String inbox(@RequestParam(defaultValue = "") String to, Model model) {
        List<ReceivedMail> mails = new ArrayList<>(
                to.isBlank() ? requireInbox().latest(MOST) : requireInbox().latestTo(to.strip(), MOST));
        Collections.reverse(mails);
        model.addAttribute("to", to);
        model.addAttribute("mails", mails);
        model.addAttribute("most", MOST);
        return "console/inbox";
    }

    @GetMapping("/inbox/{id:\\d{1,18}}")
    String mail(@PathVariable long id, Model model) {
        model.addAttribute("mail", find(id));
        return "console/mail";
    }

    @GetMapping("/inbox/{id:\\d{1,18}}/letter")
    ResponseEntity<String> letter(@PathVariable long id) {
        return LetterPreview.live(find(id).html());
    }

    private ReceivedMail find(long id) {
        return requireInbox().find(id).orElseThrow(() -> NotFound.page("The inbox has no mail " + id + "."));
    }

    private LocalInbox requireInbox() {
        if (localInbox == null) {
            throw NotFound.page("There is no inbox here: mail goes to the configured relay.");
        }
        return localInbox;
    }
}
