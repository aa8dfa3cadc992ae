using CorridorTwin.Dashboard.Host;
using CorridorTwin.Scenarios;
using CorridorTwin.Twin.Forecasts;
using Microsoft.Net.Http.Headers;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>The hours ahead, as they are and with a change.</summary>
internal static class AheadEndpoints
{
    private const string Json = "application/json";
    private const string Time = """{"type":"string","format":"date-time"}""";

    /// <summary>The forecast.</summary>
    public static ApiRoute Forecast { get; } = new(
        "GET", "/forecast", ApiNeed.Read, new("Las próximas horas desde el estado, con su incertidumbre.", "The next hours from the state, with their uncertainty."), LookAhead)
    {
        Parameters =
        [
            new("hours", """{"type":"integer","minimum":1,"maximum":24,"default":12}""", new("Horas adelante.", "Hours ahead.")),
            new("replications", """{"type":"integer","minimum":2,"maximum":1000,"default":200}""", new("Futuros simulados.", "Futures simulated.")),
            new("seed", """{"type":"integer","minimum":0,"default":2024}""", new("Semilla.", "Seed.")),
            new("at", Time, new("Desde esta hora; si falta, ahora.", "From this time; now if missing.")),
            new("knownAt", Time, new("Con lo que se sabía a esta hora; si falta, hoy.", "With what was known at this time; today if missing.")),
            new("trucks", """{"type":"boolean","default":false}""", new("También el tiempo que le queda a cada camión.", "The time left of each truck too.")),
        ],
        Answer = typeof(ForecastAnswer), Problems = [404, 503],
    };

    /// <summary>The fork.</summary>
    public static ApiRoute Fork { get; } = new(
        "POST", "/fork", ApiNeed.Read, new("Lo que cambiaría con un cierre, personal o medidas desde ahora, frente a ningún cambio. El gemelo no se toca.", "What a closure, staff or measures from now on would change, against no change. The twin is not touched."), WhatIf)
    {
        Body = typeof(ForkQuestion), BodyTypes = [Json], Answer = typeof(ForkAnswer), Problems = [404, 408, 413, 415, 422, 503],
    };

    private static async Task LookAhead(HttpContext context)
    {
        var query = new ApiQuery(context.Request);
        var request = new ForecastRequest
        {
            Hours = query.Number("hours", 1, 24, 12), Replications = query.Number("replications", 2, 1000, 200), Seed = query.Seed("seed", 2024), At = query.Time("at"), KnownAt = query.Time("knownAt"),
        };
        bool trucks = query.Flag("trucks", usual: false);
        TwinRoom room = context.RequestServices.GetRequiredService<TwinRoom>();
        Forecast? made = await Asked(room, () => room.Forecast(request, context.RequestAborted));
        await ApiJson.Write(context, ForecastAnswer.Of(made ?? throw StateEndpoints.Missing(room), IsSimulated(room), trucks));
    }

    private static async Task WhatIf(HttpContext context)
    {
        _ = new ApiQuery(context.Request);
        // JSON by name: a page of another site cannot send that without asking first, and it is not answered.
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type) || type.MediaType != Json)
            throw new ApiException(StatusCodes.Status415UnsupportedMediaType, "type", ApiTexts.WrongType(Json));
        ApiLimits limits = context.RequestServices.GetRequiredService<DashboardOptions>().Limits;
        using MemoryStream body = await ApiBody.Read(context, limits.LargestQuestion, limits.BodyWithin);
        ForkQuestion question = ForkQuestion.Read(body.GetBuffer().AsSpan(0, (int)body.Length));
        TwinRoom room = context.RequestServices.GetRequiredService<TwinRoom>();
        Fork? made = await Asked(room, () => room.Fork(question.Request, question.Change, context.RequestAborted));
        await ApiJson.Write(context, ForkAnswer.Of(made ?? throw StateEndpoints.Missing(room), IsSimulated(room)));
    }

    private static async Task<T?> Asked<T>(TwinRoom room, Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (ArgumentException wrong) when (wrong is not ArgumentOutOfRangeException)
        {
            throw new ApiException(StatusCodes.Status422UnprocessableEntity, "not-in-corridor", new Bilingual("No existe en el corredor: " + wrong.Message, wrong.Message));
        }
        catch (InvalidOperationException) when (room.Twin is { HasCorridor: false })
        {
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, "no-corridor", ApiTexts.NoCorridor);
        }
    }

    private static bool IsSimulated(TwinRoom room) => room.Twin?.Figures().Any(f => f.Simulated) == true;
}
