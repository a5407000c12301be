package io.crossdock.worlds.world;

/** Why somebody takes one record for another's, from the most to the least believed. */
enum LinkRule {
    EXPLICIT("explicit"),
    ECHO("echo"),
    MATCHED("matched"),
    PERSON("person");

    final String text;

    LinkRule(String text) {
        this.text = text;
    }
}
