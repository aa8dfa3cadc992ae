using System.Globalization;
using CorridorTwin.Scenarios;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>Reads what an address asks for; anything wrong is one clear line.</summary>
internal sealed class ApiQuery
{
    private const string Where = "query";
    private static readonly string[] TimeShapes = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    private readonly IQueryCollection query;

    /// <summary>The query of a request; parameters its route does not have are refused.</summary>
    public ApiQuery(HttpRequest request)
    {
        query = request.Query;
        string[] known = [.. (request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>()?.Parameters ?? []).Select(p => p.Name), "lang"];
        foreach (string name in query.Keys)
            if (!known.Contains(name))
                throw ApiException.Bad(Where, name, null, new("parámetro desconocido", "unknown parameter"), Wording.OneOf(known), Nearest.To(name, known));
            else if (query[name].Count > 1) throw ApiException.Bad(Where, name, null, new("aparece más de una vez", "given more than once"));
    }

    /// <summary>A text; null if it is not given.</summary>
    public string? Text(string name) => query[name].FirstOrDefault();

    /// <summary>A whole number within a range.</summary>
    public int Number(string name, int least, int most, int usual)
    {
        if (Text(name) is not { } text) return usual;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)) throw Wrong(null);
        return number >= least && number <= most ? (int)number : throw Wrong(number < least ? least : most);

        ApiException Wrong(int? nearest) => ApiException.Bad(
            Where, name, text, nearest is null ? new("no es un número entero", "is not a whole number") : new("fuera de rango", "out of range"),
            new($"un número entero de {least} a {most}", $"a whole number from {least} to {most}"), nearest?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A seed.</summary>
    public ulong Seed(string name, ulong usual) => Text(name) is not { } text ? usual
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) ? seed
        : throw ApiException.Bad(Where, name, text, new("no es un número entero", "is not a whole number"), new("un número entero desde 0", "a whole number from 0"));

    /// <summary>Yes or no.</summary>
    public bool Flag(string name, bool usual) => Text(name) switch
    {
        null => usual,
        "true" => true,
        "false" => false,
        var text => throw ApiException.Bad(Where, name, text, new("no es ni sí ni no", "is neither yes nor no"), new("true o false", "true or false")),
    };

    /// <summary>An instant; null if it is not given.</summary>
    public DateTimeOffset? Time(string name)
    {
        // A plus sign in an address is a space, unless it was written as %2B: nobody means a space there.
        if (Text(name)?.Replace(' ', '+') is not { } text) return null;
        if (DateTimeOffset.TryParseExact(text, TimeShapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)) return time;
        throw ApiException.Bad(Where, name, text, new("no es una hora", "is not a time"), new("una hora con su desfase, como 2024-03-04T14:00:00-06:00", "a time with its offset, such as 2024-03-04T14:00:00-06:00"));
    }
}
