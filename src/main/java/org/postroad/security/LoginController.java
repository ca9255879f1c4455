package org.postroad.security;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page. Spring Security handles the form. */
@Controller
class LoginController {

    @GetMapping("/login")
    String show(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String bye,
            Model model) {
        model.addAttribute("wrong", error != null);
        model.addAttribute("bye", bye != null);
        return "login";
    }
}
