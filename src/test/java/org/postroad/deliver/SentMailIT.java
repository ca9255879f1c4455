package org.postroad.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.deliver.Mailing.MailingResult;
import org.postroad.local.ReceivedMail;

/** From a request for mail to the inbox, and back by its links. */
class SentMailIT extends MailingFixture {

    @Test
    void sendsTheLetterWithItsHeadersAndParts() {
        UUID id = queued(send());
        assertThat(mails()).isEmpty();

        workScheduler.runDue();

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Still thinking about those Velden runners, Sarah?");
        assertThat(header(mail, "Message-ID")).isEqualTo("<" + id + "@shop.example>");
        assertThat(header(mail, "From")).isEqualTo("Trailhead Outfitters <hello@shop.example>");
        assertThat(header(mail, "To")).isEqualTo(address);
        assertThat(header(mail, "List-Unsubscribe")).matches("<http://localhost:\\d+/u/[\\w-]{48}>, <mailto:.+>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(Jsoup.parse(mail.html()).select("a[href]").eachAttr("href"))
                .hasSizeGreaterThan(4)
                .allSatisfy(link -> assertThat(mail.text()).contains(link));
        assertThat(state(id)).isEqualTo(MessageState.SENT);
        assertThat(events()).containsSubsequence("email_queued", "email_sent");
    }

    @Test
    void sendsOnceHoweverOftenItIsRequested() {
        UUID id = queued(send());
        assertThat(send()).isEqualTo(new MailingResult.Queued(id));
        workScheduler.runDue();
        assertThat(send()).isEqualTo(new MailingResult.Queued(id));
        workScheduler.advance(Duration.ofMinutes(10));
        assertThat(mails()).hasSize(1);
        assertThat(events()).containsOnlyOnce("email_queued", "email_sent");
    }

    @Test
    void servesTheLinksOfTheMail() {
        send();
        workScheduler.runDue();
        Http nobody = Http.asNobody(environment);
        String html = onlyMail().html();

        String shoes = Jsoup.parse(html).select("a:contains(Take another look)").attr("href");
        assertThat(nobody.get(shoes).headers().firstValue("Location")).hasValue("https://shop.example/post-shoe");
        String view = Jsoup.parse(html).select("a:contains(View in browser)").attr("href");
        assertThat(nobody.get(view).body()).isEqualToNormalizingWhitespace(html);
        assertThat(nobody.get(view).headers().firstValue("Content-Security-Policy"))
                .isPresent();
        workScheduler.runDue();
        assertThat(events()).contains("email_clicked");
    }

    @Test
    void sendsNothingAfterAOneClickUnsubscribe() {
        send();
        workScheduler.runDue();
        String header = header(onlyMail(), "List-Unsubscribe");
        String oneClick = header.substring(1, header.indexOf('>'));
        Http.asNobody(environment).post(oneClick, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
        workScheduler.runDue();

        assertThat(send("reminder", false))
                .isInstanceOfSatisfying(
                        MailingResult.Skipped.class,
                        skipped -> assertThat(skipped.reason()).isEqualTo("unsubscribed"));
        workScheduler.runDue();
        assertThat(mails()).hasSize(1);
    }
}
