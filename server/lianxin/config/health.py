from django.http import JsonResponse


def read(request):
    return JsonResponse({})
