using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>What the API says when it does not serve.</summary>
internal static class ApiTexts
{
    public static Bilingual NoKey { get; } = new(
        "Falta la clave, o no es buena: se espera 'Authorization: Bearer CLAVE' con una clave de 'corridor twin key add'.",
        "The key is missing, or is no good: expected 'Authorization: Bearer KEY' with a key of 'corridor twin key add'.");

    public static Bilingual NoScope { get; } = new("La clave no permite esto.", "The key does not allow this.");

    public static Bilingual OtherSource(string own) => new($"La clave es de la fuente '{own}': solo puede enviar con ese nombre.", $"The key is of source '{own}': it can only send under that name.");

    public static Bilingual CrossSite { get; } = new(
        "La petición viene de una página de otro sitio: sin clave no se atiende.",
        "The request comes from a page of another site: it is not served without a key.");

    public static Bilingual TooFast { get; } = new("Demasiadas peticiones: espere lo que dice Retry-After.", "Too many requests: wait as long as Retry-After says.");

    public static Bilingual TooManyBodies { get; } = new("Esta clave ya está enviando: termine un envío antes de empezar otro.", "This key is sending already: finish one before you begin another.");

    public static Bilingual QueueFull { get; } = new("Se están recibiendo demasiados envíos: vuelva a intentarlo.", "Too many bodies are being received: try again.");

    public static Bilingual Busy { get; } = new("Ya hay demasiados cálculos distintos en espera: vuelva a intentarlo.", "Too many different computations are waiting already: try again.");

    public static Bilingual TooLarge(long most) => new($"Demasiado grande: como máximo {most} bytes. Envíelo por partes.", $"Too large: at most {most} bytes. Send it in parts.");

    public static Bilingual TooLargeUnpacked(long most) => new($"Demasiado grande una vez descomprimido: como máximo {most} bytes. No se tomó nada.", $"Too large once unpacked: at most {most} bytes. Nothing was taken.");

    public static Bilingual NotGzip { get; } = new("El cuerpo no es gzip entero. No se tomó nada.", "The body is no whole gzip. Nothing was taken.");

    public static Bilingual TooSlow { get; } = new("El cuerpo llega demasiado despacio. No se tomó nada.", "The body comes too slowly. Nothing was taken.");

    public static Bilingual CutOff { get; } = new("El cuerpo se cortó. No se tomó nada.", "The body was cut off. Nothing was taken.");

    public static Bilingual WrongType(string expected) => new($"Tipo de contenido no admitido; se esperaba {expected}.", $"Content type not supported; expected {expected}.");

    public static Bilingual WrongEncoding { get; } = new("Codificación de contenido no admitida; se esperaba gzip o ninguna.", "Content encoding not supported; expected gzip or none.");

    public static Bilingual NoTwin { get; } = new(
        "El gemelo no ha recibido nada todavía. Cree una clave con 'corridor twin key add' y envíe eventos a /api/v1/events.",
        "Nothing has been told to the twin yet. Make a key with 'corridor twin key add' and send events to /api/v1/events.");

    public static Bilingual FileTaken { get; } = new("Otro proceso está escribiendo el archivo del gemelo: aquí solo se lee.", "Another process is writing the twin's file: it is only read here.");

    public static Bilingual LogBroken { get; } = new("El final del registro no es lo que se escribió: vea 'corridor twin verify-log'.", "The end of the log is not what was written: see 'corridor twin verify-log'.");

    public static Bilingual NoCorridor { get; } = new("No hay línea base que se pueda leer: nada se puede pronosticar.", "There is no baseline that can be read: nothing can be forecast.");

    public static Bilingual NothingHere { get; } = new("Aquí no hay nada; vea /api/v1/openapi.json.", "There is nothing here; see /api/v1/openapi.json.");

    public static Bilingual WrongMethod { get; } = new("Este método no se admite aquí; vea /api/v1/openapi.json.", "This method is not supported here; see /api/v1/openapi.json.");

    public static Bilingual Broken { get; } = new("Algo falló en el programa; nada de lo confirmado se ha perdido.", "Something failed in the program; nothing acknowledged is lost.");

    public static Bilingual Unclear { get; } = new("No se entiende la petición.", "The request is not understood.");

    public static Bilingual Title(int status) => status switch
    {
        400 => new("Petición incorrecta", "Bad request"),
        401 => new("Sin clave", "No key"),
        403 => new("No permitido", "Not allowed"),
        404 => new("No existe", "Not found"),
        405 => new("Método no admitido", "Method not allowed"),
        408 => new("Demasiado lento", "Too slow"),
        413 => new("Demasiado grande", "Too large"),
        415 => new("Tipo no admitido", "Unsupported type"),
        422 => new("No existe en el corredor", "Not in the corridor"),
        429 => new("Demasiadas peticiones", "Too many requests"),
        503 => new("Ahora no", "Not now"),
        _ => new("Fallo", "Failure"),
    };
}
