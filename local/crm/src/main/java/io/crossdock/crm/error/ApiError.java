package io.crossdock.crm.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.model.Json;
import java.util.List;

/** One entry of an error answer: what is wrong, its code and the fields it is about. */
public record ApiError(String errorCode, String message, List<String> fields) {

    /** The entry of a whole answer: {@code {"message","errorCode","fields"?}}. */
    public ObjectNode toJson() {
        ObjectNode json = Json.MAPPER.createObjectNode().put("message", message).put("errorCode", errorCode);
        if (!fields.isEmpty()) {
            json.set("fields", Json.MAPPER.valueToTree(fields));
        }
        return json;
    }

    /** The entry inside a collection's answer, which calls the code {@code statusCode} and always lists fields. */
    public ObjectNode toCollectionJson() {
        ObjectNode json =
                Json.MAPPER.createObjectNode().put("statusCode", errorCode).put("message", message);
        json.set("fields", Json.MAPPER.valueToTree(fields));
        return json;
    }
}
