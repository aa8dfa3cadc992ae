namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>The state now and before.</summary>
internal static class StateEndpoints
{
    private const int MostInstants = 2000;
    private const string Time = """{"type":"string","format":"date-time"}""";

    /// <summary>The state.</summary>
    public static ApiRoute State { get; } = new(
        "GET", "/state", ApiNeed.Read, new("Quién está en cada lado de cada puesto, ahora o a una hora, tal como se sabe hoy o se sabía a otra.", "Who is on each side of each post, now or at a time, as known today or at another."), Stand)
    {
        Parameters =
        [
            new("at", Time, new("A esta hora; si falta, ahora.", "At this time; now if missing.")),
            new("knownAt", Time, new("Tal como se sabía a esta hora; si falta, hoy.", "As it was known at this time; today if missing.")),
            new("estimate", """{"type":"boolean","default":true}""", new("Estima también las colas con las lecturas que faltan; sin ello (solo ahora) responde de inmediato, sin esperar a lo que está en curso.", "Estimates the lines too, missing readings thought of; without (only now) it answers at once, not waiting for what is under way.")),
            new("trucks", """{"type":"boolean","default":false}""", new("También cada camión, con su seudónimo.", "Each truck too, by its pseudonym.")),
        ],
        Answer = typeof(StateAnswer), Problems = [404, 503],
    };

    /// <summary>The history.</summary>
    public static ApiRoute History { get; } = new(
        "GET", "/history", ApiNeed.Read, new("Lo mismo a intervalos regulares.", "The same at regular intervals."), Past)
    {
        Parameters =
        [
            new("from", Time, new("La primera hora; si falta, 'hours' antes de ahora.", "The first time; 'hours' before now if missing.")),
            new("hours", """{"type":"integer","minimum":1,"maximum":8784,"default":24}""", new("Horas.", "Hours.")),
            new("step", """{"type":"integer","minimum":1,"maximum":1440,"default":60}""", new("Minutos entre dos.", "Minutes between two.")),
            new("knownAt", Time, new("Tal como se sabía a esta hora; si falta, hoy.", "As it was known at this time; today if missing.")),
        ],
        Answer = typeof(HistoryAnswer), Problems = [404, 503],
    };

    private static async Task Stand(HttpContext context)
    {
        var query = new ApiQuery(context.Request);
        DateTimeOffset? at = query.Time("at"), knownAt = query.Time("knownAt");
        bool trucks = query.Flag("trucks", usual: false);
        TwinRoom room = context.RequestServices.GetRequiredService<TwinRoom>();
        TwinScene? scene = at is null && knownAt is null ? await room.Now(query.Flag("estimate", usual: true), context.RequestAborted) : await room.At(at, knownAt, context.RequestAborted);
        if (scene is null || room.Twin is not { } twin) throw Missing(room);
        await ApiJson.Write(context, StateAnswer.Of(twin, scene, knownAt, trucks));
    }

    private static async Task Past(HttpContext context)
    {
        var query = new ApiQuery(context.Request);
        DateTimeOffset? from = query.Time("from"), knownAt = query.Time("knownAt");
        int hours = query.Number("hours", 1, 24 * 366, 24), step = query.Number("step", 1, 24 * 60, 60);
        if (hours * 60 / step >= MostInstants)
            throw ApiException.Bad("query", "step", $"{step}", new($"da más de {MostInstants} instantes", $"gives more than {MostInstants} instants"), nearest: $"{hours * 60 / MostInstants + 1}");
        TwinRoom room = context.RequestServices.GetRequiredService<TwinRoom>();
        IReadOnlyList<Twin.TwinView>? views = await room.History(from, TimeSpan.FromHours(hours), TimeSpan.FromMinutes(step), knownAt, context.RequestAborted);
        if (views is null || room.Twin is not { } twin) throw Missing(room);
        await ApiJson.Write(context, new HistoryAnswer(knownAt, step, twin.Figures().Any(f => f.Simulated), [.. views.Select(v => new InstantAnswer(v.At, [.. v.Sides.Select(s => SideAnswer.Of(s, null, trucks: false))]))]));
    }

    /// <summary>Why there is no twin.</summary>
    internal static ApiException Missing(TwinRoom room) => room.Standing == TwinStanding.Unusable
        ? new ApiException(StatusCodes.Status503ServiceUnavailable, "unusable", room.Problem ?? LiveTexts.Unusable)
        : new ApiException(StatusCodes.Status404NotFound, "no-twin", ApiTexts.NoTwin);
}
