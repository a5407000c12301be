package io.crossdock.worlds.bugs;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Replaces what one method answers for as long as it is open.
 *
 * @param type class of the rule
 * @param method its name
 * @param answer advice that replaces the answer
 */
record Patch(String type, String method, Class<?> answer) {

    AutoCloseable apply() throws ClassNotFoundException {
        ByteBuddyAgent.install();
        Class<?> patched = Class.forName(type);
        ClassReloadingStrategy strategy = ClassReloadingStrategy.fromInstalledAgent();
        new ByteBuddy()
                .redefine(patched)
                .visit(Advice.to(answer).on(ElementMatchers.named(method)))
                .make()
                .load(patched.getClassLoader(), strategy);
        return () -> strategy.reset(patched);
    }
}
