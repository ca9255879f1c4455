package org.postroad.report.console;

import org.postroad.event.DeadLetters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Events that could not be processed, each with the reason. */
@Controller
@ConditionalOnWebApplication
class DeadLettersPage {

    private static final int MOST = 200;

    private final DeadLetters deadLetters;

    DeadLettersPage(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @GetMapping("/set-aside")
    String list(Model model) {
        model.addAttribute("events", deadLetters.latest(MOST));
        model.addAttribute("most", MOST);
        return "console/dead-letters";
    }
}
