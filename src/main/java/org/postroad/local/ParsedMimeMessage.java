package org.postroad.local;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Enumeration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The parts of a received mail. Parts that are malformed are empty, so that every mail can be stored and shown. */
final class ParsedMimeMessage {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final MimeMessage message;

    private ParsedMimeMessage(MimeMessage message) {
        this.message = message;
    }

    static ParsedMimeMessage of(byte[] raw) {
        try {
            return new ParsedMimeMessage(new MimeMessage(SESSION, new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            return new ParsedMimeMessage(new MimeMessage(SESSION));
        }
    }

    String subject() {
        try {
            String subject = message.getSubject();
            return subject == null ? "" : subject.replace("\0", "");
        } catch (MessagingException e) {
            return "";
        }
    }

    String html() {
        return firstOf(message, "text/html");
    }

    String text() {
        return firstOf(message, "text/plain");
    }

    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            for (Enumeration<Header> all = message.getAllHeaders(); all.hasMoreElements(); ) {
                Header header = all.nextElement();
                headers.merge(header.getName(), readable(header.getValue()), (first, next) -> first + "\n" + next);
            }
        } catch (MessagingException e) {
            return headers;
        }
        return headers;
    }

    private static String readable(String value) {
        String unfolded = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }

    private static String firstOf(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return part.getContent() instanceof String text ? text : "";
            }
            return part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts
                    ? firstOf(parts, type)
                    : "";
        } catch (MessagingException | IOException e) {
            return "";
        }
    }

    private static String firstOf(Multipart parts, String type) throws MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            String found = firstOf(part, type);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }
}
