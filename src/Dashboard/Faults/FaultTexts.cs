using CorridorTwin.Scenarios;

namespace CorridorTwin.Dashboard.Faults;

/// <summary>What is said when a page cannot be given.</summary>
public static class FaultTexts
{
    /// <summary>Nothing there.</summary>
    public static Bilingual NotFound { get; } = new("Aquí no hay ninguna página.", "There is no page here.");

    /// <summary>A fault of ours.</summary>
    public static Bilingual Broken { get; } = new(
        "Algo falló en el programa. Nada de lo terminado se ha perdido; los detalles están en la ventana desde la que se inició.",
        "Something failed in the program. Nothing finished is lost; details stand in the window it was started from.");

    /// <summary>A post that did not come from one of our pages.</summary>
    public static Bilingual Forged { get; } = new(
        "La petición no viene de una página abierta de este programa. Vuelva a la página, recárguela e inténtelo de nuevo.",
        "The request does not come from an open page of this program. Go back to the page, reload it and try again.");

    /// <summary>No key.</summary>
    public static Bilingual NoAccess { get; } = new(
        "Hace falta la clave de acceso. Abra la dirección completa que se mostró al iniciar el programa.",
        "An access token is needed. Open the complete address that was shown when the program started.");

    /// <summary>Too much.</summary>
    public static Bilingual TooLarge { get; } = new(
        "Lo enviado es demasiado grande: como máximo 5 MB. Un estudio mayor se lee desde la línea de comandos: corridor validate --data.",
        "What was sent is too large: at most 5 MB. A larger study is read from the command line: corridor validate --data.");

    /// <summary>Not understood.</summary>
    public static Bilingual Unclear { get; } = new("No se entiende la petición.", "The request is not understood.");

    /// <summary>Title.</summary>
    public static Bilingual Title { get; } = new("No se puede mostrar", "Cannot be shown");

    /// <summary>A way out.</summary>
    public static Bilingual Home { get; } = new("Ir al inicio", "Go to the start");
}
