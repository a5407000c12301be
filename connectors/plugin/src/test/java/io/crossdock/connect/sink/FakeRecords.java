package io.crossdock.connect.sink;

import io.crossdock.connect.http.FakeTarget.Call;
import io.crossdock.connect.http.FakeTarget.Reply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records of a target that keep the version last written, as text. */
final class FakeRecords implements Function<Call, Reply> {

    private static final Pattern VERSION = Pattern.compile("\"crossdock_version__c\":\"([^\"]*)\"");

    final Map<String, String> versions = new ConcurrentHashMap<>();

    @Override
    public Reply apply(Call call) {
        String path = call.path().replaceFirst("\\?.*", "");
        if (call.method().equals("GET")) {
            String version = versions.get(path);
            return version == null
                    ? Reply.error(404, "NOT_FOUND")
                    : Reply.json(200, "{\"Id\":\"1\",\"crossdock_version__c\":\"" + version + "\"}");
        }
        Matcher written = VERSION.matcher(call.body());
        if (written.find()) {
            versions.put(path, written.group(1));
        }
        return Reply.json(204, "");
    }
}
