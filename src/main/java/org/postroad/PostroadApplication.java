package org.postroad;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class PostroadApplication {
    public static void main(String[] args) {
        SpringApplication.run(PostroadApplication.class, args);
    }
}
